const two = (n: number): string => String(n).padStart(2, '0')

/** The year, its quarters and months, and whatever finer period a line already has. */
export function periodsOf(year: number, own: string): string[] {
  const quarters = [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)
  const months = Array.from({ length: 12 }, (_, i) => `${year}-${two(i + 1)}`)
  const all = [String(year), ...quarters, ...months]
  return all.includes(own) ? all : [own, ...all]
}
