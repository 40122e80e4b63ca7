// Suggestions under the search for two states. The form works without it.
"use strict";
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("datalist");
  list.id = field.id + "-names";
  field.after(list);
  field.setAttribute("list", list.id);
  let last = "";
  field.addEventListener("input", async () => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed === last) return;
    last = typed;
    const answer = await fetch("/suggest?q=" + encodeURIComponent(typed));
    if (!answer.ok || field.value.trim() !== typed) return;
    list.replaceChildren(...(await answer.json()).map((text) => {
      const option = document.createElement("option");
      option.value = text;
      return option;
    }));
  });
}

// The year beside a slider while it moves, and the page of that year when it is let go. The button does the same.
for (const slider of document.querySelectorAll("input[data-show]")) {
  const shown = document.getElementById(slider.dataset.show);
  slider.addEventListener("input", () => { shown.value = slider.value; });
  slider.addEventListener("change", () => slider.form.requestSubmit());
}
