import type { CartLine } from '../cart/cart.ts'
import type { CompiledRule } from '../rules/compile-rules.ts'

/** The lines that a scope reaches: where they stand in the cart, and how many units they are. */
export type Members = { at: readonly number[]; lines: readonly CartLine[]; units: number }

function membersIn(lines: readonly CartLine[], { takesPart }: CompiledRule): Members {
  const at: number[] = []
  const own: CartLine[] = []
  let units = 0
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as CartLine
    if (!takesPart(line)) continue
    at.push(i)
    own.push(line)
    units += line.quantity
  }
  return { at, lines: own, units }
}

/** Asked once for each scope and cart: rules over the same goods, and every copy of the cart's state, share the answer. */
export function membersOf(
  { lines, members }: { lines: readonly CartLine[]; members: (Members | undefined)[] },
  compiled: CompiledRule,
): Members {
  const known = members[compiled.scopeIndex]
  if (known) return known
  const found = membersIn(lines, compiled)
  members[compiled.scopeIndex] = found
  return found
}
