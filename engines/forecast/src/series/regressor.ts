/**
 * A known influence, one value for each period of history and then of the horizon.
 * `price`: the price asked (effect is an elasticity, so any currency unit will do); `promotion`: 0/1 flags or a discount depth
 * in [0, 1]; `other`: anything else that is known ahead, in its own unit.
 * `null` = unknown: taken as the last known price, as no promotion, or as the average of the others.
 */
export type Regressor = { id: string; kind: 'price' | 'promotion' | 'other'; values: readonly (number | null)[] }
