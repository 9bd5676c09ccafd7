/** What a regressor says; see `Regressor`. */
export const REGRESSOR_KINDS = ['price', 'promotion', 'signal', 'other'] as const
export type RegressorKind = (typeof REGRESSOR_KINDS)[number]

/**
 * A known influence, one value for each period of history and then of the horizon.
 * `price`: the price asked (effect is an elasticity, so any currency unit will do); `promotion`: 0/1 flags or a discount depth
 * in [0, 1]; `signal`: an amount seen ahead of sales, as deposits of a pre-sale, 0 where there is none (what matters is its logarithm
 * against the usual amount); `other`: anything else that is known ahead, in its own unit.
 * `null` = unknown: taken as the last known price, as no promotion or signal, or as the average of the others.
 */
export type Regressor = { id: string; kind: RegressorKind; values: readonly (number | null)[] }
