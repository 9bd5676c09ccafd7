/**
 * A line as an SVG path. Shape: width and height in pixels; a null breaks the line; a flat line runs through the middle.
 * @example sparklinePath([0, 1], { width: 10, height: 4 }) // 'M0 4L10 0'
 */
export function sparklinePath(values: readonly (number | null)[], size: { width: number; height: number }): string {
  const known = values.filter((value) => value !== null)
  if (known.length < 2) return ''
  const [low, high] = [Math.min(...known), Math.max(...known)]
  const x = (index: number) => round((index / (values.length - 1)) * size.width)
  const y = (value: number) => round(high === low ? size.height / 2 : ((high - value) / (high - low)) * size.height)
  let pen = 'M'
  let path = ''
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M'
      return
    }
    path += `${pen}${x(index)} ${y(value)}`
    pen = 'L'
  })
  return path
}

const round = (value: number): number => Math.round(value * 10) / 10
