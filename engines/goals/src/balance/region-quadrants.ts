/** What is known of a region. `potential` in any one unit (people in the target group, market size); `spend` per buyer, fen. */
export type RegionFacts = { region: string; buyers: number; potential: number; spendCents: number }

/**
 * `breakthrough`: few of its people buy, and they could spend: go there. `consolidate`: many buy and spend: keep the lead.
 * `deepen`: many buy, little each: raise what they spend. `watch`: neither.
 */
export type Quadrant = 'breakthrough' | 'consolidate' | 'deepen' | 'watch'
export type RegionPlace = RegionFacts & { penetration: number | null; quadrant: Quadrant | null }

export type QuadrantLines = { penetration: number | null; spendCents: number | null }

/** Shop-wide means, weighted: all buyers ÷ all potential, all spend ÷ all buyers. What the quadrants are cut by. */
export function quadrantLines(regions: readonly RegionFacts[]): QuadrantLines {
  const sum = (pick: (r: RegionFacts) => number): number => regions.reduce((acc, r) => acc + pick(r), 0)
  const [buyers, potential] = [sum((r) => r.buyers), sum((r) => r.potential)]
  return {
    penetration: potential > 0 ? buyers / potential : null,
    spendCents: buyers > 0 ? sum((r) => r.spendCents * r.buyers) / buyers : null,
  }
}

function quadrantOf(many: boolean, rich: boolean): Quadrant {
  if (many) return rich ? 'consolidate' : 'deepen'
  return rich ? 'breakthrough' : 'watch'
}

/** Each region's quadrant (P2.11); on a line counts as above it. Null where potential is not known. */
export function placeRegions(regions: readonly RegionFacts[], lines = quadrantLines(regions)): RegionPlace[] {
  return regions.map((r) => {
    const penetration = r.potential > 0 ? r.buyers / r.potential : null
    const known = penetration !== null && lines.penetration !== null && lines.spendCents !== null
    const quadrant = known
      ? quadrantOf(penetration >= (lines.penetration ?? 0), r.spendCents >= (lines.spendCents ?? 0))
      : null
    return { ...r, penetration, quadrant }
  })
}
