/**
 * What one unit of a line pays, when `amount` is paid for `quantity` units: equal parts, the odd fen on the first units.
 * A closed form, so that a line of 20,000 units costs no more than one of two.
 */
export const unitPart = (amount: number, quantity: number, unit: number): number => {
  const odd = amount % quantity
  return (amount - odd) / quantity + (unit < odd ? 1 : 0)
}

/** The first `units` units together. */
export const firstUnits = (amount: number, quantity: number, units: number): number => {
  const odd = amount % quantity
  return ((amount - odd) / quantity) * units + Math.min(units, odd)
}

/**
 * What a discount took off one unit: what the unit paid before less what it pays after. Never negative, and the units of a line
 * add up to the discount of the line, layer by layer: prices only fall, and both sides put the odd fen on the first units.
 */
export const unitCut = (beforeCents: number, cutCents: number, quantity: number, unit: number): number =>
  unitPart(beforeCents, quantity, unit) - unitPart(beforeCents - cutCents, quantity, unit)
