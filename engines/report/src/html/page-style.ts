import { ACCENT, AMBER, AMBER_SOFT, INK, INK_FAINT, INK_SOFT, LINE, SUNKEN } from '../office/theme.ts'

/** The look of the page: the same colours as the office files; tables break between rows when printed, charts do not break. */
export const PAGE_STYLE = `
@page{size:A4;margin:16mm 15mm}
*{box-sizing:border-box}
body{margin:0 auto;max-width:860px;padding:32px 24px;color:#${INK};font:15px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;font-variant-numeric:tabular-nums}
h1{font-size:30px;line-height:1.3;margin:24px 0 8px}h2{font-size:21px;margin:40px 0 12px;padding-top:12px;border-top:1px solid #${LINE}}
h2 em{font-style:normal;color:#${ACCENT};margin-right:.6em}h3{font-size:16px;margin:28px 0 8px;break-after:avoid}
header p{margin:0;color:#${INK_SOFT}}header .facts{color:#${INK_FAINT};font-size:13px;margin-top:8px}
nav{display:flex;flex-wrap:wrap;gap:4px 20px;margin-top:16px}nav a{color:#${ACCENT};text-decoration:none}
a.figure{color:inherit;text-decoration:underline dotted #${INK_FAINT};text-underline-offset:3px}
figure{margin:16px 0}figcaption{font-weight:600;color:#${INK_SOFT};margin-bottom:6px;break-after:avoid}
table{border-collapse:collapse;width:100%;font-size:13px}th{background:#${SUNKEN};color:#${INK_SOFT};font-weight:600;text-align:left}
th,td{border-bottom:1px solid #${LINE};padding:5px 8px;overflow-wrap:anywhere}.right{text-align:right}td.right{white-space:nowrap}tr.strong td{font-weight:600}
tr{break-inside:avoid}thead{display:table-header-group}
.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:12px;margin:16px 0}
.figures div{background:#${SUNKEN};border-radius:8px;padding:12px 14px;break-inside:avoid}.figures span,.figures small{display:block;color:#${INK_FAINT};font-size:12px}
.figures b{display:block;font-size:22px;line-height:1.5}
blockquote{margin:12px 0;padding:4px 0 4px 14px;border-left:3px solid #${LINE}}
.missing{background:#${AMBER_SOFT};color:#${AMBER};padding:8px 12px;border-radius:6px}
svg{width:100%;height:auto;break-inside:avoid}.legend{display:flex;gap:16px;font-size:12px;color:#${INK_SOFT}}.legend i{display:inline-block;width:10px;height:10px;border-radius:2px;margin-right:6px}
.gantt{list-style:none;padding:0;margin:0;font-size:12px}.gantt li{display:flex;gap:10px;align-items:center}.gantt span{flex:0 0 160px}
.gantt i{position:relative;flex:1;height:10px;background:#${SUNKEN}}.gantt b{position:absolute;top:0;bottom:0;background:#${ACCENT};border-radius:2px}
@media print{body{padding:0;max-width:none;font-size:12.5px}section{break-before:page}h2{border-top:0;margin-top:0}nav a{color:#${INK}}}
`
