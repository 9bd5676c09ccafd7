/** One measured number with its unit, for what is not so many decisions in so much time. */
export type Figure = { id: string; value: number; unit: string }
