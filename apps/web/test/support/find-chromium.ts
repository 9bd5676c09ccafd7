import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The one without windows comes first: it draws the same pages with a third of the work. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of the browser that the page tests drive: `CHROMIUM_PATH`, else the first one on the PATH; undefined without one. */
export function findChromium(env: Record<string, string | undefined>): string | undefined {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...(env.CHROMIUM_PATH ? [env.CHROMIUM_PATH] : []), ...onPath].find(isExecutable)
}

export const CHROMIUM_MISSING = `没有找到 Chromium，页面测试没有运行。安装后重试：sudo apt-get install chromium-headless-shell fonts-noto-cjk，或设置 CHROMIUM_PATH。
No Chromium found, so the page tests did not run. Install one and try again: sudo apt-get install chromium-headless-shell fonts-noto-cjk,
or set CHROMIUM_PATH to the one you have.`
