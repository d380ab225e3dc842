// Chooses the palette before anything is painted, so that a dark room stays dark. It stands alone
// in a file of its own because the page's policy allows no script inside the document.
(() => {
  const first = { day: '#eef1f4', dusk: '#141a20', night: '#050709' };
  let palette = null;
  try {
    palette = localStorage.getItem('bas.palette');
  } catch {
    palette = null; // storage may be forbidden; the system's wish decides then
  }
  if (!palette || !(palette in first)) {
    palette = matchMedia('(prefers-color-scheme: dark)').matches ? 'dusk' : 'day';
  }
  const root = document.documentElement;
  root.dataset.palette = palette;
  root.style.backgroundColor = first[palette];
})();
