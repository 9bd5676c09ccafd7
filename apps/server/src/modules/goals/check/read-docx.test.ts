import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDocx } from './read-docx.ts'

const docx = (body: string): Uint8Array =>
  zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) })
const p = (...runs: string[]): string =>
  `<w:p w:rsidR="1"><w:pPr/>${runs.map((r) => `<w:r><w:t xml:space="preserve">${r}</w:t></w:r>`).join('')}</w:p>`

describe('a Word document', () => {
  test.each([
    ['runs of a paragraph join', p('刷', '单'), [{ text: '刷单' }]],
    ['entities are letters', p('A &amp; B &lt;3&gt; &#20840;&#x5e74;'), [{ text: 'A & B <3> 全年' }]],
    ['an empty paragraph stays, so that numbers hold', `<w:p/>${p('第二段')}`, [{ text: '' }, { text: '第二段' }]],
    [
      'what a revision deleted is gone',
      `<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>新</w:t></w:r></w:p>`,
      [{ text: '新' }],
    ],
    ['a line break is one', '<w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>', [{ text: '一\n二' }]],
    [
      'a table is its cells',
      `${p('表')}<w:tbl><w:tr><w:tc>${p('时间')}</w:tc><w:tc>${p('目标')}</w:tc></w:tr><w:tr><w:tc>${p('1月')}</w:tc><w:tc>${p('20万')}${p('保底')}</w:tc></w:tr></w:tbl>`,
      [
        { text: '表' },
        {
          rows: [
            ['时间', '目标'],
            ['1月', '20万\n保底'],
          ],
        },
      ],
    ],
    [
      'a table in a cell is the cell’s words',
      `<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>${p('里')}</w:tc></w:tr></w:tbl>${p('外')}</w:tc></w:tr></w:tbl>`,
      [{ rows: [['里\n外']] }],
    ],
  ])('%s', (_, body, blocks) => {
    expect(readDocx(docx(body))).toEqual(blocks)
  })

  test.each([
    ['an old .doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])],
    ['another packed file', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['nothing', new Uint8Array()],
  ])('%s is refused with what to do', (_, bytes) => {
    expect(() => readDocx(bytes)).toThrow(/Word/)
  })
})
