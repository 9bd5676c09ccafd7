import { defineStrings } from '../locale/strings.ts'

export const strings = defineStrings(
  {
    product: '掌柜',
    retry: '重试',
    failed: '没有取到',
    unexpected: '页面出了意料之外的错。已有的内容没有丢；请重试，若再次出现，请把这段文字交给管理员：',
    loading: '正在读取',
    nothing: '这段时间没有数据',
    nothingText: '换一个时间范围，或导入这段时间的文件。',
    chart: '图',
    table: '表',
    copyPng: '复制图片',
    savePng: '下载图片',
    copied: '已复制',
    copyRefused: '浏览器不允许复制。请用 https 或本机地址打开，或改用下载。',
    more: '更多',
    total: '合计',
    chartSummary: (title: string) => `图：${title}。切换到「表」可以读出每一个数值。`,
    rows: (n: string) => `共 ${n} 行`,
  },
  {
    product: 'Zhanggui',
    retry: 'Retry',
    failed: 'Could not be read',
    unexpected:
      'The page met an error nobody expected. Nothing was lost; retry, and if it happens again, hand this text to your administrator: ',
    loading: 'Loading',
    nothing: 'No data in this period',
    nothingText: 'Choose another period, or import files for it.',
    chart: 'Chart',
    table: 'Table',
    copyPng: 'Copy picture',
    savePng: 'Download picture',
    copied: 'Copied',
    copyRefused:
      'The browser does not allow copying. Open the page over https or on this machine, or download instead.',
    more: 'More',
    total: 'Total',
    chartSummary: (title) => `Chart: ${title}. Switch to the table to read every value.`,
    rows: (n) => `${n} rows`,
  },
)
