// Makes countries.tsv from world-atlas 2.0.2 and i18n-iso-countries; see SOURCE.md. node make.mjs ATLAS_DIR CODES_JSON > countries.tsv
import { readFileSync } from "node:fs";
const [atlas, codes] = process.argv.slice(2);
const alpha = new Map(JSON.parse(readFileSync(codes)).map(([, a3, n]) => [n, a3]));
const width = 960, scale = width / (2 * 2.7066299836960748);
// Equal Earth (Savric, Patterson and Jenny 2018).
const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796], M = Math.sqrt(3) / 2;
function project([lon, lat]) {
  const t = Math.asin(M * Math.sin(lat * Math.PI / 180)), t2 = t * t, t6 = t2 * t2 * t2;
  const x = (lon * Math.PI / 180) * Math.cos(t) / (M * (A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2)));
  const y = t * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
  return [width / 2 + scale * x, 225 - scale * y];
}
function rings(topology, geometry) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform;
  const arcs = topology.arcs.map((arc) => { let x = 0, y = 0; return arc.map(([dx, dy]) => [(x += dx) * sx + tx, (y += dy) * sy + ty]); });
  const ring = (ids) => ids.flatMap((i, n) => { const a = i < 0 ? [...arcs[~i]].reverse() : arcs[i]; return n ? a.slice(1) : a; });
  const polygons = geometry.type === "Polygon" ? [geometry.arcs] : geometry.type === "MultiPolygon" ? geometry.arcs : [];
  return polygons.map((p) => ring(p[0]));
}
// A ring across the 180th meridian is drawn at both edges; what lies beyond an edge is not seen.
const unwrapped = (r) => r.some(([x], i) => i && Math.abs(x - r[i - 1][0]) > 180)
  ? [r.map(([x, y]) => [x < 0 ? x + 360 : x, y]), r.map(([x, y]) => [x > 0 ? x - 360 : x, y])] : [r];
const area = (r) => Math.abs(r.reduce((s, [x, y], i) => { const [u, v] = r[(i + 1) % r.length]; return s + x * v - u * y; }, 0) / 2);
function path(r) {
  const p = []; let last = null;
  for (const [x, y] of r.map(project)) { const q = [Math.round(x * 2) / 2, Math.round(y * 2) / 2]; if (!last || q[0] !== last[0] || q[1] !== last[1]) p.push(q); last = q; }
  return p.length < 4 ? "" : "M" + p.map(([x, y]) => `${x} ${y}`).join("L") + "Z";
}
const codeOf = (g) => (g.properties.name === "Kosovo" ? "XKX" : alpha.get(g.id));
const coarse = JSON.parse(readFileSync(`${atlas}/countries-110m.json`)), fine = JSON.parse(readFileSync(`${atlas}/countries-50m.json`));
const lines = new Map();
for (const g of coarse.objects.countries.geometries) {
  const code = codeOf(g);
  if (!code || code === "ATA") continue;
  const d = rings(coarse, g).flatMap(unwrapped).map(path).join("");
  if (d) lines.set(code, (lines.get(code) ?? "") + d);
}
// A state too small to have a shape at this scale is a dot in the middle of its largest island.
for (const g of fine.objects.countries.geometries) {
  const code = codeOf(g);
  if (!code || code === "ATA" || lines.has(code)) continue;
  const largest = rings(fine, g).sort((a, b) => area(b) - area(a))[0];
  if (!largest) continue;
  const [x, y] = project([0, 1].map((i) => (Math.min(...largest.map((p) => p[i])) + Math.max(...largest.map((p) => p[i]))) / 2));
  lines.set(code, `M${(x - 2.5).toFixed(1)} ${y.toFixed(1)}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z`);
}
process.stdout.write("code\tpath\n" + [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([c, d]) => `${c}\t${d}\n`).join(""));
