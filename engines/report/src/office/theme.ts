/** Colours and type of printed documents: one accent, greys for the rest. Hex without a sign, as office files write it. */
export const INK = '16181D'
export const INK_SOFT = '4F5460'
export const INK_FAINT = '686D79'
export const LINE = 'E7E7E3'
export const SUNKEN = 'F5F5F2'
export const ACCENT = '4353D0'
export const ACCENT_SOFT = 'EEF0FC'
export const AMBER = '8F5300'
export const AMBER_SOFT = 'FDF4E3'
export const PALE = 'B9BDC8'
export const WHITE = 'FFFFFF'

/** Series in order; what is only there to compare with is `PALE`. Colour-blind safe. */
export const SERIES = [ACCENT, 'D98A1F', '2A9D8F', '9C6ADE', '7A8699', 'C2577A'] as const

/** Found on every desk in China; others fall back to what they have. */
export const FONT = 'Microsoft YaHei'
