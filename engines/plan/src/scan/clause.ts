/** A match with what stands around it, up to the ends of its clause. */
export type Clause = {
  /** Up to the last comma or full stop; 、 joins the items of a list and does not end a clause. */
  left: string
  match: string
  right: string
}

const ENDS = /[,。;!?\n:]/
/** Context that is looked at; longer clauses are cut, which keeps scanning linear. */
const REACH = 30

function lastEnd(text: string): number {
  for (let i = text.length - 1; i >= 0; i--) if (ENDS.test(text.charAt(i))) return i
  return -1
}

/** The clause of folded text around `[from, to)`. */
export function clauseAround(folded: string, from: number, to: number): Clause {
  const before = folded.slice(Math.max(0, from - REACH), from)
  const behind = folded.slice(to, to + REACH)
  const end = behind.search(ENDS)
  return {
    left: before.slice(lastEnd(before) + 1),
    match: folded.slice(from, to),
    right: end < 0 ? behind : behind.slice(0, end),
  }
}
