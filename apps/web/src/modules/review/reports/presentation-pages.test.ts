import type { DocumentBlock, PlanDocument } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { pagesOf } from './presentation-pages.ts'

const heading = (text: string): DocumentBlock => ({ kind: 'heading', text })
const words: DocumentBlock = { kind: 'paragraph', sentences: [{ pieces: ['一句话。'] }] }
const table = (title: string): DocumentBlock => ({ kind: 'table', title, columns: [], rows: [] })

test('a page holds what stands under its heading; a second table turns the page; no block is lost', () => {
  const document: PlanDocument = {
    title: '2026 年度工作总结',
    subtitle: '店',
    language: 'zh',
    currency: 'CNY',
    draft: false,
    facts: [],
    chapters: [
      { id: 'a', title: '业绩', blocks: [words, heading('走势'), words, table('一'), table('二'), heading('空')] },
    ],
  }
  const pages = pagesOf(document)
  expect(pages.map(({ chapter, title, blocks }) => [chapter, title, blocks.map(({ kind }) => kind)])).toEqual([
    ['店', '2026 年度工作总结', []],
    ['2026 年度工作总结', '业绩', ['paragraph']],
    ['业绩', '走势', ['paragraph', 'table']],
    ['业绩', '走势', ['table']],
  ])
})
