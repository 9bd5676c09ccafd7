import { defineStrings } from '../../../locale/strings.ts'

export const strings = defineStrings(
  {
    title: '数字的来源',
    lead: '从导出的报告里点开一个数字，会来到它背后的查询、计划或记录。',
    broken: '这个链接不完整',
    brokenText: '链接可能在复制或转发时被截断。请从文件里重新点开该数字，或在报告页上点它。',
    reports: '去看报告',
  },
  {
    title: 'Behind a figure',
    lead: 'A figure of a report that was taken away leads here, and on to its query, plan or record.',
    broken: 'This link is not complete',
    brokenText:
      'It may have been cut short when it was copied. Follow the figure from the file again, or from the report itself.',
    reports: 'To the reports',
  },
)
