/** From addresses to views. */
import { createBrowserRouter, type LoaderFunctionArgs, redirect } from "react-router";
import { Lost } from "./Lost";
import { DETAILS, PAGES } from "./pages";
import { Shell } from "./Shell";
import { ViewFrame } from "./ViewFrame";

export const routes = [
  {
    element: <Shell />,
    children: [
      { index: true, loader: toNetwork },
      ...[...PAGES, ...DETAILS].map(({ path, time, View }) => ({
        path,
        handle: { time },
        element: (
          <ViewFrame>
            <View />
          </ViewFrame>
        ),
      })),
      { path: "*", element: <Lost /> },
    ],
  },
];

/** The network is where one begins; whatever filter the address has goes along. */
function toNetwork({ request }: LoaderFunctionArgs) {
  return redirect(`/network${new URL(request.url).search}`);
}

/** The app's routes on the browser's address. */
export function makeRouter() {
  return createBrowserRouter(routes);
}
