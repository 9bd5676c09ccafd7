/**
 * Odds in millionths as a percentage with every digit that says something: what is published must not be rounded.
 * @example oddsText(500) // '0.05%'
 */
export function oddsText(ppm: number): string {
  const digits = String(Math.abs(ppm)).padStart(5, '0')
  const places = digits.slice(-4).replace(/0+$/, '')
  return `${ppm < 0 ? '−' : ''}${digits.slice(0, -4)}${places === '' ? '' : `.${places}`}%`
}
