/** Average interval between demands (in periods) and squared coefficient of variation of the demands; null without a demand. */
export type DemandPattern = { kind: 'smooth' | 'erratic' | 'intermittent' | 'lumpy'; adi: number; cv2: number }

/** Cut-offs between the four kinds. Source: Syntetos, Boylan & Croston, "On the categorization of demand patterns" (2005). */
const ADI_CUT = 1.32
const CV2_CUT = 0.49

/** The kind of demand of a history; unknown values (NaN) are left out. Null without a single demand. */
export function classifyDemand(history: Float64Array): DemandPattern | null {
  const known = history.filter((v) => !Number.isNaN(v))
  const sizes = known.filter((v) => v !== 0)
  if (sizes.length === 0) return null
  const adi = known.length / sizes.length
  const mean = sizes.reduce((a, b) => a + b, 0) / sizes.length
  const cv2 = sizes.reduce((a, b) => a + (b - mean) ** 2, 0) / sizes.length / (mean * mean)
  const rare = adi >= ADI_CUT
  const wild = cv2 >= CV2_CUT
  return { kind: rare ? (wild ? 'lumpy' : 'intermittent') : wild ? 'erratic' : 'smooth', adi, cv2 }
}
