import type { CSSProperties } from 'react'
import { cssVariables } from '../../../theme/css-variables.ts'
import { palettes } from '../../../theme/palette.ts'
import type { Theme } from '../../../theme/theme-provider.tsx'

/** A wall is dark whatever the reader's own choice: it hangs in a room at night. */
export const wallTheme = (riseIs: 'red' | 'green', still: boolean): Theme => ({
  ...palettes.dark,
  appearance: 'dark',
  rise: palettes.dark[riseIs],
  fall: palettes.dark[riseIs === 'red' ? 'green' : 'red'],
  still,
})

export const wallVariables = (riseIs: 'red' | 'green'): CSSProperties =>
  ({ ...cssVariables(palettes.dark, riseIs), colorScheme: 'dark' }) as CSSProperties
