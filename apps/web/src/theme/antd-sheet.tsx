import { createCache, extractStyle, StyleProvider } from '@ant-design/cssinjs'
import * as antd from 'antd'
import { type ComponentType, Fragment, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'

const { Badge, Button, Col, Form, Input, Modal, message, notification, Row, Space, Tag, Tree } = antd

const PARTS: Record<string, unknown> = { ...antd }

/** Parts that draw all that they can only when told to. */
const TOLD: Record<string, ReactNode> = {
  Badge: (
    <>
      <Badge />
      <Badge.Ribbon />
    </>
  ),
  Form: (
    <Form>
      <Form.Item />
    </Form>
  ),
  Grid: (
    <Row>
      <Col />
    </Row>
  ),
  Input: (
    <>
      <Input />
      <Input.OTP />
      <Input.Search />
      <Input.TextArea />
    </>
  ),
  message: <message._InternalPanelDoNotUseOrYouWillBeFired />,
  Modal: (
    <>
      <Modal />
      <Modal._InternalPanelDoNotUseOrYouWillBeFired type="confirm" />
    </>
  ),
  notification: <notification._InternalPanelDoNotUseOrYouWillBeFired />,
  Space: (
    <Space>
      <Space.Compact>
        <Button />
        <Space.Addon>1</Space.Addon>
      </Space.Compact>
    </Space>
  ),
  Tag: (
    <>
      <Tag color="blue" />
      <Tag color="success" />
    </>
  ),
  Tree: <Tree treeData={[]} />,
}

const isDrawn = (part: unknown): part is ComponentType =>
  typeof part === 'function' || (typeof part === 'object' && part !== null && '$$typeof' in part)

function drawing(name: string): ReactNode {
  const Part = PARTS[name]
  return TOLD[name] ?? (isDrawn(Part) && <Part />)
}

/** The rules of some parts of antd, and the names of the styles that they are from. */
export function antdSheet(parts: string[], theme: antd.ThemeConfig): { rules: string; styles: Set<string> } {
  const cache = createCache()
  renderToString(
    <StyleProvider cache={cache}>
      <antd.ConfigProvider theme={{ ...theme, zeroRuntime: false }}>
        {parts.map((name) => (
          <Fragment key={name}>{drawing(name)}</Fragment>
        ))}
      </antd.ConfigProvider>
    </StyleProvider>,
  )
  // In the order of their first use; what is used again inside another part would come after that.
  cache.updateTimes.clear()
  const rules = extractStyle(cache, { plain: true, types: 'style' })
  // A style's key is its kind, a class, its name, … between these signs.
  const styles = new Set([...cache.cache.keys()].flatMap((key) => key.split('%')[2] ?? []))
  // The class tells two versions of antd on a page apart; beside a part's own class it says nothing more.
  return { rules: rules.replaceAll(/:where\(\.css-[\w-]+\)(?=\.)/g, ''), styles }
}
