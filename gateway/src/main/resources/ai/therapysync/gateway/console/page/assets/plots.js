// Draws each element with data-plot (JSON: {labels, series: [{label, values}]}) by uPlot, in the console's
// colours. The figures themselves stand beside it in a table, for who can't see a plot.
"use strict";
(() => {
  const colour = (name) => {
    const probe = document.createElement("i");
    probe.style.color = `var(${name})`;
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };

  function draw(place) {
    if (!window.uPlot) return;
    const data = JSON.parse(place.dataset.plot);
    const inks = ["--accent", "--info", "--warn", "--danger"].map(colour);
    const axis = { stroke: colour("--ink-faint"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
    place.replaceChildren();
    const width = Math.max(place.clientWidth, 200);
    const plot = new uPlot(
      {
        width,
        height: Number(place.dataset.height ?? 220),
        scales: { x: { time: true } },
        axes: [axis, { ...axis, size: 46 }],
        series: [{}, ...data.series.map((one, index) => ({ label: one.label, stroke: inks[index % 4], width: 2, points: { size: 5 }, spanGaps: false }))],
        legend: { live: false },
      },
      [data.labels.map((day) => Date.parse(day) / 1000), ...data.series.map((one) => one.values)],
      place);
    new ResizeObserver(() => {
      const now = Math.max(place.clientWidth, 200);
      if (Math.abs(now - plot.width) > 4) plot.setSize({ width: now, height: plot.height });
    }).observe(place);
  }

  const all = () => document.querySelectorAll("[data-plot]").forEach(draw);
  document.addEventListener("DOMContentLoaded", all);
  new MutationObserver(all).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", all);
})();
