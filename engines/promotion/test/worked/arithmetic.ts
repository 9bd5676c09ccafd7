/** A sum in words is checked with arithmetic of its own: numbers, + − × ÷, brackets and %, read from left to right by rank. */
function evaluate(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[()%+−×÷]/g) ?? []
  let at = 0
  const atom = (): number => {
    let value: number
    if (tokens[at] === '(') {
      at++
      value = sum()
      at++
    } else value = Number(tokens[at++])
    while (tokens[at] === '%') {
      at++
      value /= 100
    }
    return value
  }
  const product = (): number => {
    let value = atom()
    while (tokens[at] === '×' || tokens[at] === '÷') value = tokens[at++] === '×' ? value * atom() : value / atom()
    return value
  }
  const sum = (): number => {
    let value = product()
    while (tokens[at] === '+' || tokens[at] === '−')
      value = tokens[at++] === '+' ? value + product() : value - product()
    return value
  }
  return sum()
}

const holds: Record<string, (left: number, right: number) => boolean> = {
  '=': (left, right) => Math.abs(left - right) < 1e-7,
  '≈': (left, right) => Math.abs(left - right) < 0.01,
  '<': (left, right) => left < right,
  '>': (left, right) => left > right,
  '≥': (left, right) => left >= right,
}

const SIDE = String.raw`[\d.()%\s+−×÷]*[\d)%]\s*`
const CHAIN = new RegExp(`${SIDE}(?:[=≈<>≥]${SIDE})+`, 'g')

/** Every statement of a line of sums that is not true; and how many statements there are. */
export function checkSums(line: string): { statements: number; wrong: string[] } {
  const wrong: string[] = []
  let statements = 0
  for (const [chain] of line.matchAll(CHAIN)) {
    const parts = chain.split(/([=≈<>≥])/)
    for (let i = 1; i < parts.length; i += 2) {
      statements++
      const isTrue = holds[parts[i] ?? '']?.(evaluate(parts[i - 1] ?? ''), evaluate(parts[i + 1] ?? ''))
      if (!isTrue) wrong.push(chain.trim())
    }
  }
  return { statements, wrong }
}
