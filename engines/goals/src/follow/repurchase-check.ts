/** Repurchase of one group over a window that is over for everybody counted, and the year before; null: nobody to count. */
export type RepurchaseRate = { rate: number | null; rateBefore: number | null }

/** `met` null: one side is not known, so nothing can be said. Changes are in rate points (0.01 is one percentage point). */
export type RepurchaseVerdict = {
  memberChange: number | null
  memberAboveNonMember: boolean | null
  loyalAboveNonMember: boolean | null
}

const above = (a: number | null, b: number | null): boolean | null => (a === null || b === null ? null : a > b)

/**
 * The repurchase goals of P2.19: members' repurchase against last year, and members and loyal members above non-members. Equal
 * is not above.
 */
export const judgeRepurchase = (groups: {
  member: RepurchaseRate
  loyal: RepurchaseRate
  nonMember: RepurchaseRate
}): RepurchaseVerdict => {
  const { member, loyal, nonMember } = groups
  return {
    memberChange: member.rate === null || member.rateBefore === null ? null : member.rate - member.rateBefore,
    memberAboveNonMember: above(member.rate, nonMember.rate),
    loyalAboveNonMember: above(loyal.rate, nonMember.rate),
  }
}
