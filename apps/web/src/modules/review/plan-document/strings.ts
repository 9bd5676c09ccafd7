import { defineStrings } from '../../../locale/strings.ts'

export const strings = defineStrings(
  {
    title: '计划书',
    lead: '由计划与数据自动生成的六章文档；每个数字都能点到出处。',
    draft: '草稿',
    final: '定稿',
    download: '下载',
    word: 'Word 文档',
    slides: 'PPT 幻灯片',
    print: '打印',
    present: '演示',
    chapters: '章节',
    toFill: '去补充',
    period: '时间',
    days: (count: string) => `${count} 天`,
  },
  {
    title: 'Plan document',
    lead: 'Six chapters made from the plan and the data; every figure leads to its source.',
    draft: 'Draft',
    final: 'Final',
    download: 'Download',
    word: 'Word document',
    slides: 'PowerPoint slides',
    print: 'Print',
    present: 'Present',
    chapters: 'Chapters',
    toFill: 'Fill in',
    period: 'Days',
    days: (count) => `${count} days`,
  },
)
