import type { Appearance } from './palette.ts'
import { useMedia } from './use-media.ts'

/** What the operating system asks for, followed live. */
export const useSystemAppearance = (): Appearance => (useMedia('(prefers-color-scheme: dark)') ? 'dark' : 'light')
