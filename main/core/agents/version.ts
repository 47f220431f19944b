/** Whether version `left` comes before `right`; parts that are missing count as 0, a pre-release suffix is left out of account. */
export function isOlder(left: string, right: string): boolean {
  const [a, b] = [numbersOf(left), numbersOf(right)];
  const length = Math.max(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether `text` is a version at all: numbers and dots first, as in `4.18.0` or `v3.0.0-beta`. */
export function isVersion(text: string): boolean {
  return NUMBERS.test(text);
}

const NUMBERS = /^v?(\d+(?:\.\d+)*)/;

function numbersOf(version: string): number[] {
  return (version.match(NUMBERS)?.[1] ?? '0').split('.').map(Number);
}
