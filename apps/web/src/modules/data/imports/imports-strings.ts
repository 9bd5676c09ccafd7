import { defineStrings } from '../../../locale/strings.ts'

/** Words of the page with the drop area and the list of imports. */
export const importsStrings = defineStrings(
  {
    title: '导入',
    lead: '把后台导出的文件拖进来，核对一次，历史数据就能查、能比、能复盘。',
    dropTitle: '拖入文件，或点击选择',
    dropHint: '支持 CSV、XLSX、XLS、ZIP、GZ，编码自动识别；一次可以放多个文件。',
    dropPrivacy: '买家、电话、地址在入库前换成加密编号，只保留省市。',
    uploading: (count: string) => `正在上传 ${count} 个文件`,
    uploadFailed: '文件没有传完',
    uploadKept: '选好的文件还在，重试即可；店铺数据没有变化。',
    retry: '重试',
    stop: '取消上传',
    jobs: '导入记录',
    jobsEmpty: '还没有导入过文件',
    jobsEmptyHint:
      '从千牛导出订单报表，或从生意参谋下载日报，拖到上面的框里即可开始。同一个文件再导一次也不会重复计数。',
    formats: '能识别哪些文件',
    formatsHint: '表头对得上就自动识别；认不出的表格可以手动对应字段，下次自动沿用。',
    formatColumns: '识别依据',
    files: (first: string, others: string) => `${first} 等 ${others} 个文件`,
    open: '查看',
  },
  {
    title: 'Import',
    lead: 'Drop the files you exported, check them once, and the history is ready to query, compare and review.',
    dropTitle: 'Drop files here, or click to choose',
    dropHint: 'CSV, XLSX, XLS, ZIP or GZ in any common encoding; several files at once are fine.',
    dropPrivacy:
      'Buyers, phones and addresses become keyed hashes before they are stored; only province and city stay.',
    uploading: (count: string) => `Uploading ${count} file(s)`,
    uploadFailed: 'The upload did not finish',
    uploadKept: 'Your choice of files is kept, just retry. Nothing in the shop has changed.',
    retry: 'Retry',
    stop: 'Cancel upload',
    jobs: 'Imports',
    jobsEmpty: 'Nothing has been imported yet',
    jobsEmptyHint:
      'Export the order report from Qianniu, or a daily report from 生意参谋, and drop it above. Importing the same file twice counts nothing twice.',
    formats: 'Which files are recognised',
    formatsHint:
      'A file is recognised by its headers. Map any other table by hand once; it is remembered for the next file.',
    formatColumns: 'Recognised by',
    files: (first: string, others: string) => `${first} and others, ${others} files`,
    open: 'Open',
  },
)
