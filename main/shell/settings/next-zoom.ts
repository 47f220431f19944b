export type ZoomStep = 'in' | 'out' | 'reset';

/** The factors that browsers step through; the interface is made to work up to 2 (200 %), and stays readable at 3. */
const FACTORS = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The zoom factor one step on from `current`; at either end it stays. */
export function nextZoom(current: number, step: ZoomStep): number {
  if (step === 'reset') return 1;
  const slack = 0.001;
  const further =
    step === 'in'
      ? FACTORS.find((factor) => factor > current + slack)
      : [...FACTORS].reverse().find((factor) => factor < current - slack);
  return further ?? Math.min(3, Math.max(0.5, current));
}
