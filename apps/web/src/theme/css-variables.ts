import type { Palette } from './palette.ts'

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * The palette as CSS custom properties, `--ink-soft` for `inkSoft`, with `--rise` and `--fall` by the reader's habit:
 * red for up in China, green for up elsewhere.
 */
export function cssVariables(palette: Palette, riseIs: 'red' | 'green'): Record<string, string> {
  const colours = Object.fromEntries(Object.entries(palette).map(([name, colour]) => [`--${kebab(name)}`, colour]))
  const [rise, fall] = riseIs === 'red' ? (['red', 'green'] as const) : (['green', 'red'] as const)
  return {
    ...colours,
    '--rise': palette[rise],
    '--rise-soft': palette[`${rise}Soft`],
    '--fall': palette[fall],
    '--fall-soft': palette[`${fall}Soft`],
  }
}
