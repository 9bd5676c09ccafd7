import { expect, test } from 'vitest'
import { contrast } from './contrast.ts'
import { type Palette, palettes } from './palette.ts'

const text = ['ink', 'inkSoft', 'inkFaint', 'accent', 'red', 'green', 'amber'] as const
const surfaces = ['canvas', 'surface', 'raised', 'sunken'] as const
const tinted = [
  ['red', 'redSoft'],
  ['green', 'greenSoft'],
  ['amber', 'amberSoft'],
  ['accent', 'accentSoft'],
  ['onAccent', 'accentSolid'],
  ['onAccent', 'accentHover'],
] as const

function pairs(palette: Palette): [string, number][] {
  const plain = text.flatMap((t) =>
    surfaces.map((s): [string, number] => [`${t} on ${s}`, contrast(palette[t], palette[s])]),
  )
  return [...plain, ...tinted.map(([t, s]): [string, number] => [`${t} on ${s}`, contrast(palette[t], palette[s])])]
}

test.each(['light', 'dark'] as const)('%s: every text colour reaches AA (4.5) on every surface', (appearance) => {
  expect(pairs(palettes[appearance]).filter(([, ratio]) => ratio < 4.5)).toEqual([])
})

test('black on white is the largest contrast there is', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
})
