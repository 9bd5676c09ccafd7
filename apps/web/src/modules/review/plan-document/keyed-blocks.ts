import type { DocumentBlock } from '@zhanggui/contract'

/** Blocks have no ids and never change places. */
export const keyedBlocks = (blocks: readonly DocumentBlock[]) =>
  blocks.map((block, i) => ({ key: `${i}-${block.kind}`, block }))
