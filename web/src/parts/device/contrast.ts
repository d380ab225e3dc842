// WCAG 2.2: relative luminance and contrast of colours written as #rrggbb, or #rgb for short.
export function channels(hex: string): [number, number, number] {
  const digits = hex.length === 4 ? [1, 2, 3].map((at) => `${hex[at]}${hex[at]}`) : [];
  return [0, 1, 2].map((at) =>
    Number.parseInt(digits[at] ?? hex.slice(1 + 2 * at, 3 + 2 * at), 16),
  ) as [number, number, number];
}

export function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
