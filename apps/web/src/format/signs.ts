/** A real minus sign: as wide as the plus, so that columns line up. */
export const MINUS = '−'
/** No value: unknown, or a ratio over nothing. Never 0. */
export const NO_VALUE = '–'
