// Draws each element with data-plot (JSON: {labels, series: [{label, values}], utc, zero}) by uPlot, in the
// console's colours; utc: days and hours are UTC's, whatever the reader's zone; zero: the axis begins with nothing. The figures themselves stand beside it in a table, for who can't see a plot.
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

  const DAY = 86400;

  // Months, days or hours, by how far apart they stand.
  function times(utc) {
    const zone = utc ? { timeZone: "UTC" } : {};
    const months = new Intl.DateTimeFormat(undefined, { month: "short", year: "numeric", ...zone });
    const days = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", ...zone });
    const hours = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", ...zone });
    return (_plot, splits, _axis, _space, step) =>
      splits.map((second) => (step >= 28 * DAY ? months : step >= DAY ? days : hours).format(second * 1000));
  }

  const fromZero = (_plot, lowest, highest) => [Math.min(0, lowest ?? 0), Math.max(highest ?? 0, 0) * 1.1 || 1];

  function draw(place) {
    if (!window.uPlot) return;
    const data = JSON.parse(place.dataset.plot);
    const inks = ["--accent", "--info", "--warn", "--danger"].map(colour);
    const ground = colour("--accent-soft");
    const axis = { stroke: colour("--ink-faint"), grid: { stroke: colour("--line"), width: 1 }, ticks: { show: false } };
    place.replaceChildren();
    const width = Math.max(place.clientWidth, 200);
    const plot = new uPlot(
      {
        width,
        height: Number(place.dataset.height ?? 220),
        scales: { x: { time: true }, ...(data.zero ? { y: { range: fromZero } } : {}) },
        axes: [{ ...axis, size: 34, space: 60, values: times(data.utc) }, { ...axis, size: 50 }],
        series: [{}, ...data.series.map((one, index) => ({ label: one.label, stroke: inks[index % 4], width: 2, fill: data.series.length === 1 ? ground : undefined, points: { size: 5 }, spanGaps: false }))],
        legend: { show: data.series.length > 1, live: false },
        ...(data.utc ? { tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC") } : {}),
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
