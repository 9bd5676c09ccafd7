/**
 * The adding-up rules C′x = 0 of a structure, one rule a total: total − Σ members = 0.
 * With a diagonal D, `multipliers(y)` solves (C′DC) λ = C′y; `spread(λ)` is C λ; `gather(y)` is C′y.
 */
export type Constraints = {
  size: number
  rules: number
  gather(y: Float64Array): Float64Array
  spread(lambda: Float64Array): Float64Array
  multipliers(y: Float64Array, variances: Float64Array): Float64Array
}
