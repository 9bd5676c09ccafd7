import type { Appearance } from './palette.ts'

/**
 * For charts that must tell several lines apart. The accent first, then hues that stay apart for colour-blind readers
 * (after Okabe and Ito), each light or dark enough for its background.
 */
export const SERIES_COLOURS: Record<Appearance, readonly string[]> = {
  light: ['#4353d0', '#d07800', '#12877b', '#b0438f', '#5f6675', '#7a8f1e'],
  dark: ['#97a3ff', '#f0a63c', '#3fbfae', '#e08ac4', '#9aa1b0', '#b9cc58'],
}
