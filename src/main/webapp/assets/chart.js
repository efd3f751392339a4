/*
 * Draws the table of a [data-kw-chart] as stacked bars, so that both show the same. A column with
 * data-kw-series is drawn in the colour of that number; the rest is in the cells.
 */
(function () {
  'use strict';

  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const dark = matchMedia('(prefers-color-scheme: dark)');

  /* What a token comes to in the scheme at hand; the canvas knows no tokens. */
  function colours(box) {
    const probe = box.appendChild(document.createElement('span'));
    const of = (token) => {
      probe.style.color = 'var(--kw-' + token + ')';
      return getComputedStyle(probe).color;
    };
    const found = { text: of('text'), muted: of('muted'), line: of('line'), surface: of('surface') };
    for (const number of [1, 2, 3, 4, 5]) {
      found[number] = of('chart-' + number);
    }
    probe.remove();
    return found;
  }

  function read(box) {
    const rows = [...box.querySelectorAll('tbody tr')];
    const heads = [...box.querySelectorAll('thead th[data-kw-series]')];
    return {
      labels: rows.map((row) => row.cells[0].dataset.kwShort || row.cells[0].textContent),
      titles: rows.map((row) => row.cells[0].textContent),
      series: heads.map((head) => ({
        name: head.textContent,
        number: head.dataset.kwSeries,
        cells: rows.map((row) => row.cells[head.cellIndex]),
      })),
    };
  }

  function bars(series, colour) {
    return {
      label: series.name,
      data: series.cells.map((cell) => Number(cell.dataset.kwValue) || null),
      backgroundColor: colour[series.number],
      borderColor: colour.surface,
      borderWidth: { top: 1 },
      borderRadius: 2,
      borderSkipped: false,
      minBarLength: 3, // one refusal among thousands is still to be seen
      maxBarThickness: 32,
      categoryPercentage: 0.86,
      barPercentage: 0.94,
    };
  }

  function scales(colour, font) {
    const ticks = { color: colour.muted, font: font };
    return {
      x: {
        stacked: true,
        border: { color: colour.line },
        grid: { display: false },
        ticks: { ...ticks, maxRotation: 0, autoSkipPadding: 16 },
      },
      y: {
        stacked: true,
        beginAtZero: true,
        border: { display: false },
        grid: { color: colour.line },
        ticks: { ...ticks, precision: 0, maxTicksLimit: 5, format: { notation: 'compact' } },
      },
    };
  }

  function tooltip(table, colour, font) {
    const text = (item) => table.series[item.datasetIndex].cells[item.dataIndex].textContent;
    return {
      backgroundColor: colour.text,
      titleColor: colour.surface,
      titleFont: font,
      bodyColor: colour.surface,
      bodyFont: font,
      boxPadding: 4,
      itemSort: (one, other) => other.datasetIndex - one.datasetIndex,
      callbacks: {
        title: (items) => (items.length ? table.titles[items[0].dataIndex] : ''),
        label: (item) => item.dataset.label + ': ' + text(item),
      },
    };
  }

  function draw(box) {
    const canvas = box.querySelector('canvas');
    const before = window.Chart.getChart(canvas);
    if (before) {
      before.destroy();
    }
    const table = read(box);
    const colour = colours(box);
    const font = { family: getComputedStyle(box).fontFamily, size: 12 };
    new window.Chart(canvas, {
      type: 'bar',
      data: { labels: table.labels, datasets: table.series.map((series) => bars(series, colour)) },
      options: {
        maintainAspectRatio: false,
        animation: still.matches || before ? false : { duration: 240 },
        interaction: { mode: 'index', intersect: false },
        locale: document.documentElement.lang,
        scales: scales(colour, font),
        plugins: { colors: { enabled: false }, legend: { display: false }, tooltip: tooltip(table, colour, font) },
      },
    });
  }

  const all = () => document.querySelectorAll('[data-kw-chart]');
  const redraw = () => all().forEach(draw);

  redraw();
  dark.addEventListener('change', redraw);
  new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
})();
