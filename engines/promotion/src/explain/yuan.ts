/** Fen as yuan with two decimals, by digits: 123456 → `1,234.56`. The engine's sentences are about yuan only. */
export function yuan(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${cents < 0 ? '−' : ''}${whole}.${digits.slice(-2)}`
}

export const money = (cents: number): string => (cents < 0 ? `−¥${yuan(-cents)}` : `¥${yuan(cents)}`)
