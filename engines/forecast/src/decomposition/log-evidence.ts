/** Laplace's approximation: fit of the values, distance of the effects from their priors, and how narrowly both fix the effects. */
export function logEvidence(found: {
  factor: Float64Array
  ridge: Float64Array
  coefficients: Float64Array
  weights: Float64Array
  response: Float64Array
  eta: Float64Array
  variances: Float64Array
}): number {
  const { factor, ridge, coefficients, weights, response, eta, variances } = found
  const p = coefficients.length
  let sum = 0
  for (let i = 0; i < p; i++) {
    const precision = ridge[i] as number
    sum +=
      Math.log(precision) - precision * (coefficients[i] as number) ** 2 - 2 * Math.log(factor[i * p + i] as number)
  }
  for (let t = 0; t < weights.length; t++) {
    const w = weights[t] as number
    if (w === 0) continue
    sum -= w * ((response[t] as number) - (eta[t] as number)) ** 2 + Math.log(variances[t] as number)
  }
  return sum / 2
}
