import { directCut } from './direct-cut.ts'
import type { AnyMechanic } from './mechanic.ts'
import { percentOff } from './percent-off.ts'
import { spendAndSave } from './spend-and-save.ts'

/** Every kind of promotion there is. A new one is one file and one line here. */
export const MECHANICS: readonly AnyMechanic[] = [directCut, percentOff, spendAndSave]

const BY_NAME = new Map(MECHANICS.map((m) => [m.mechanic, m]))

export const findMechanic = (mechanic: string): AnyMechanic | undefined => BY_NAME.get(mechanic)
