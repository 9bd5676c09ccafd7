import { findChannel } from '../channels/budget-channels.ts'
import type { OpenShare, ReadingNode, ShareReading } from './share-reading.ts'

const WHOLE = 10_000

const sumOf = (shares: readonly { shareBp: number }[]): number => shares.reduce((sum, { shareBp }) => sum + shareBp, 0)

const partOf = (shareBp: number, ofTotalBp: number): number | null =>
  (shareBp * ofTotalBp) % WHOLE === 0 ? (shareBp * ofTotalBp) / WHOLE : null

const atTop = (share: OpenShare, children: readonly ReadingNode[] = []): ReadingNode => ({
  lineId: share.id,
  name: share.name,
  channel: share.channel,
  shareBp: share.shareBp,
  base: 'total',
  ofTotalBp: share.shareBp,
  children,
})

const within = (share: OpenShare, parentBp: number): ReadingNode => ({
  ...atTop(share),
  base: 'parent',
  ofTotalBp: partOf(share.shareBp, parentBp),
})

function reading(id: string, nameZh: string, nameEn: string, nodes: readonly ReadingNode[]): ShareReading {
  const sumBp = sumOf(nodes)
  const inner = nodes.map((node) => sumOf(node.children))
  return {
    id,
    nameZh,
    nameEn,
    nodes,
    sumBp,
    residualBp: WHOLE - sumBp,
    fits: sumBp <= WHOLE && inner.every((sum) => sum <= WHOLE),
  }
}

/** Everything on one level, each a share of the total. */
const flat = (shares: readonly OpenShare[]): ShareReading =>
  reading(
    'flat',
    '全部按同一层、占总预算',
    'All on one level, of the total',
    shares.map((share) => atTop(share)),
  )

/** The heading that some of the lines could stand under though nobody wrote it, e.g. traffic over keyword ads and KOL. */
function unnamedHeadings(shares: readonly OpenShare[]): string[] {
  const named = new Set(shares.map((share) => share.channel))
  const wider = shares.flatMap(({ channel }) => (channel === null ? [] : (findChannel(channel)?.partOf ?? [])))
  return [...new Set(wider)].filter((heading) => !named.has(heading))
}

/** A heading over `members` that takes whatever the other lines leave. */
function headingNode(heading: string, members: readonly OpenShare[], leftBp: number): ReadingNode {
  return {
    lineId: null,
    name: findChannel(heading)?.nameZh ?? heading,
    channel: heading,
    shareBp: leftBp,
    base: 'total',
    ofTotalBp: leftBp,
    children: members.map((share) => within(share, leftBp)),
  }
}

/** The nested reading: narrow channels are shares of their unnamed heading, which takes what the other lines leave. */
function nested(shares: readonly OpenShare[], heading: string): ShareReading | null {
  const isMember = ({ channel }: OpenShare): boolean => channel !== null && findChannel(channel)?.partOf === heading
  const members = shares.filter(isMember)
  const others = shares.filter((share) => !isMember(share))
  const left = WHOLE - sumOf(others)
  if (left <= 0 || others.length === 0) return null
  const name = findChannel(heading)
  return reading(
    `nested:${heading}`,
    `“${members.map((m) => m.name).join('、')}”是${name?.nameZh ?? heading}内部的占比`,
    `${members.map((m) => m.name).join(', ')} are shares of ${name?.nameEn ?? heading}`,
    [headingNode(heading, members, left), ...others.map((share) => atTop(share))],
  )
}

/** The same, with a reserve that lies inside a subsidy line: it leaves the top level, and the heading takes more. */
function nestedWithReserveIn(shares: readonly OpenShare[], heading: string, holder: OpenShare): ShareReading | null {
  const reserve = shares.find((share) => share.kind === 'reserve')
  if (!reserve) return null
  const base = nested(
    shares.filter((share) => share !== reserve),
    heading,
  )
  if (!base) return null
  const inside = within(reserve, holder.shareBp)
  const nodes = base.nodes.map((node) => (node.lineId === holder.id ? { ...node, children: [inside] } : node))
  return reading(
    `${base.id}+reserve-in:${holder.id}`,
    `${base.nameZh}；“${reserve.name}”在“${holder.name}”之内`,
    `${base.nameEn}; ${reserve.name} lies inside ${holder.name}`,
    nodes,
  )
}

/**
 * The ways in which shares of one level without a base can be meant: all of the total, or narrow channels inside a heading that
 * the plan leaves out, with the reserve beside or inside a subsidy (P4.03, X02). Every reading is worked out, those that do not
 * fit as well; none is chosen.
 * @example readShares(shares).map((r) => [r.id, r.sumBp]) // [['flat', 13000], ['nested:traffic', 10000], …]
 */
export function readShares(shares: readonly OpenShare[]): ShareReading[] {
  const subsidies = shares.filter((share) => share.kind === 'subsidy')
  const readings = unnamedHeadings(shares).flatMap((heading) => [
    nested(shares, heading),
    ...subsidies.map((holder) => nestedWithReserveIn(shares, heading, holder)),
  ])
  return [flat(shares), ...readings.filter((r) => r !== null)]
}
