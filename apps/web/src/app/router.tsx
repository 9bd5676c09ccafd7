import { createBrowserRouter, type RouteObject } from 'react-router'
import { SessionGate } from '../session/session-gate.tsx'
import { StoreHome } from '../session/store-home.tsx'
import { Layout } from '../shell/layout.tsx'
import { NotFound } from '../shell/not-found.tsx'
import { RouteError } from '../shell/route-error.tsx'
import { RouteSkeleton } from '../shell/route-skeleton.tsx'
import type { Page } from './page.ts'
import { pages } from './pages.ts'

const pageRoute = (page: Page): RouteObject => ({
  path: page.path,
  handle: page,
  HydrateFallback: RouteSkeleton,
  lazy: async () => ({ Component: (await page.load()).default }),
  errorElement: <RouteError />,
})

export const createRouter = () =>
  createBrowserRouter([
    { path: '/sign-in', lazy: async () => ({ Component: (await import('../session/sign-in-page.tsx')).SignInPage }) },
    {
      element: <SessionGate />,
      errorElement: <RouteError />,
      HydrateFallback: RouteSkeleton,
      children: [
        { path: '/', element: <StoreHome /> },
        {
          path: '/stores/:store',
          element: <Layout />,
          children: [
            { index: true, element: <StoreHome /> },
            ...pages.map(pageRoute),
            { path: '*', element: <NotFound /> },
          ],
        },
        { path: '*', element: <NotFound /> },
      ],
    },
  ])
