import type { Words } from '../explain/fact.ts'

type Params = Readonly<Record<string, unknown>>

/** The sentence of each mechanic's offer, from its own parameters. */
export type OfferWords = Readonly<Record<string, (params: Params) => Words>>

/** Names a mechanic's parameters once, as `defineMechanic` does; the table holds them all as one type. */
export const offer = <P extends object>(say: (params: P) => Words): ((params: Params) => Words) =>
  say as unknown as (params: Params) => Words
