import { useEffect, useState } from 'react';

// The value once it has stood still for `pause_ms`.
export function useSettled<T>(value: T, pause_ms: number): T {
  const [settled, set_settled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set_settled(value), pause_ms);
    return () => clearTimeout(timer);
  }, [value, pause_ms]);
  return settled;
}
