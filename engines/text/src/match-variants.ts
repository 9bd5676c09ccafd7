import { normaliseHeader } from './normalise-header.ts'

/**
 * True when two texts differ only in width, case, script (traditional or simplified), spaces or quotes.
 * @example isSameText('ＮＩＫＥ 運動鞋', 'nike运动鞋') // true
 */
export const isSameText = (a: string, b: string): boolean => normaliseHeader(a) === normaliseHeader(b)
