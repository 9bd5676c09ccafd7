import type { DocumentBlock, PlanDocument } from '@zhanggui/contract'

/** One page of a presentation: one idea, with the sentences that go with it. */
export type Page = { chapter: string; title: string; blocks: DocumentBlock[] }

/**
 * A report as pages: a title page, then for each chapter what stands under each of its headings; a table or chart that comes after
 * another gets a page of its own. Shape: every block on exactly one page, in order.
 */
export function pagesOf(document: PlanDocument): Page[] {
  const pages: Page[] = [{ chapter: document.subtitle, title: document.title, blocks: [] }]
  for (const chapter of document.chapters) {
    let page: Page = { chapter: document.title, title: chapter.title, blocks: [] }
    const close = () => {
      if (page.blocks.length > 0) pages.push(page)
    }
    for (const block of chapter.blocks) {
      const isLarge = block.kind === 'table' || block.kind === 'chart' || block.kind === 'gantt'
      const isFull = page.blocks.some(({ kind }) => kind === 'table' || kind === 'chart' || kind === 'gantt')
      if (block.kind === 'heading' || (isLarge && isFull)) {
        close()
        page = { chapter: chapter.title, title: block.kind === 'heading' ? block.text : page.title, blocks: [] }
      }
      if (block.kind !== 'heading') page.blocks.push(block)
    }
    close()
  }
  return pages
}
