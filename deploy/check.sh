#!/usr/bin/env bash
# What can be said of the deployment files without a cluster: they parse, kustomize builds them, and pods are rootless and read-only.
set -euo pipefail
cd "$(dirname "$0")"
python3 -c 'import yaml' 2>/dev/null || { echo "python3 with yaml is not here: not checked."; exit 0; }
rendered=$(mktemp); trap 'rm -f "$rendered"' EXIT
if command -v kubectl >/dev/null; then kubectl kustomize kubernetes >"$rendered"; else echo "kubectl is not here: kustomize not run."; for f in namespace nats worker scaling; do cat kubernetes/$f.yaml; echo '---'; done >"$rendered"; fi
python3 - "$rendered" compose.yaml <<'P'
import sys, yaml
objects = [o for o in yaml.safe_load_all(open(sys.argv[1])) if o]
kinds = sorted(o["kind"] for o in objects)
assert kinds == ["Deployment", "Namespace", "ScaledObject", "Service", "StatefulSet"], kinds
for o in objects:
    assert o["apiVersion"] and o["metadata"]["name"], o
    if o["kind"] not in ("Deployment", "StatefulSet"): continue
    pod = o["spec"]["template"]
    assert o["spec"]["selector"]["matchLabels"].items() <= pod["metadata"]["labels"].items(), o["metadata"]["name"]
    assert pod["spec"]["securityContext"]["runAsNonRoot"] and pod["spec"]["automountServiceAccountToken"] is False
    for c in pod["spec"]["containers"]:
        s = c["securityContext"]
        assert s["readOnlyRootFilesystem"] and not s["allowPrivilegeEscalation"] and s["capabilities"]["drop"] == ["ALL"], c["name"]
        assert "limits" in c["resources"] and "memory" in c["resources"]["limits"]
        names = {v["name"] for v in pod["spec"].get("volumes", [])} | {v["metadata"]["name"] for v in o["spec"].get("volumeClaimTemplates", [])}
        assert {m["name"] for m in c.get("volumeMounts", [])} <= names, c["name"]
scaled = next(o for o in objects if o["kind"] == "ScaledObject")
assert any(o["kind"] == "Deployment" and o["metadata"]["name"] == scaled["spec"]["scaleTargetRef"]["name"] for o in objects)
compose = yaml.safe_load(open(sys.argv[2]))
assert set(compose["services"]) == {"postgres", "nats", "worker", "dispatch"}
for name in ("worker", "dispatch"):
    service = compose["services"][name]
    assert service["read_only"] and service["cap_drop"] == ["ALL"] and set(service["depends_on"]) <= set(compose["services"]), name
print(f"{len(objects)} objects and {len(compose['services'])} services are as they should be.")
P
