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
  // By clock: what the hour makes likely, dark when in doubt. The page corrects it by the sun.
  try {
    const { palette_by } = JSON.parse(localStorage.getItem('bas.settings') ?? '{}') ?? {};
    const hour = new Date().getHours();
    if (palette_by === 'clock') palette = hour >= 22 || hour < 6 ? 'night' : 'dusk';
    if (palette_by === 'clock' && hour >= 9 && hour < 16) palette = 'day';
  } catch {
    // settings that cannot be read are none
  }
  if (!palette || !(palette in first)) {
    palette = matchMedia('(prefers-color-scheme: dark)').matches ? 'dusk' : 'day';
  }
  const root = document.documentElement;
  root.dataset.palette = palette;
  root.style.backgroundColor = first[palette];
})();
