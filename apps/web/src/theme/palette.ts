/**
 * Every colour of the product, once. Text colours reach WCAG AA on every surface they are used on (palette.test.ts).
 * One accent; greys for the rest. `rise` and `fall` colour movements only, never decoration.
 */
export type Palette = {
  canvas: string
  surface: string
  raised: string
  sunken: string
  line: string
  lineStrong: string
  ink: string
  inkSoft: string
  inkFaint: string
  accent: string
  accentSolid: string
  accentHover: string
  accentSoft: string
  onAccent: string
  red: string
  redSoft: string
  green: string
  greenSoft: string
  amber: string
  amberSoft: string
  /** Marks of a chart that is not the one to look at: comparison lines, rest of a ranking. */
  pale: string
  /** Behind campaign days. */
  band: string
}

const light: Palette = {
  canvas: '#f7f7f5',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#f1f1ee',
  line: '#e7e7e3',
  lineStrong: '#d3d3cd',
  ink: '#16181d',
  inkSoft: '#4f5460',
  inkFaint: '#686d79',
  accent: '#4353d0',
  accentSolid: '#4353d0',
  accentHover: '#3645b8',
  accentSoft: '#eef0fc',
  onAccent: '#ffffff',
  red: '#c02a26',
  redSoft: '#fcefee',
  green: '#0c7548',
  greenSoft: '#eaf6f0',
  amber: '#8f5300',
  amberSoft: '#fdf4e3',
  pale: '#b9bdc8',
  band: 'rgba(67, 83, 208, 0.07)',
}

const dark: Palette = {
  canvas: '#0d0e11',
  surface: '#15171b',
  raised: '#1c1f24',
  sunken: '#101215',
  line: '#25282e',
  lineStrong: '#3a3e47',
  ink: '#ecedf0',
  inkSoft: '#abb0bc',
  inkFaint: '#9096a3',
  accent: '#97a3ff',
  accentSolid: '#5563e0',
  accentHover: '#4956cc',
  accentSoft: '#20243d',
  onAccent: '#ffffff',
  red: '#ff7f76',
  redSoft: '#331c1b',
  green: '#4cc38a',
  greenSoft: '#142a20',
  amber: '#e8b04b',
  amberSoft: '#30260f',
  pale: '#5a6070',
  band: 'rgba(151, 163, 255, 0.10)',
}

export type Appearance = 'light' | 'dark'
export const palettes: Record<Appearance, Palette> = { light, dark }
