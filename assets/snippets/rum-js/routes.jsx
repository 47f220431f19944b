import { ApmRoutes } from '@elastic/apm-rum-react';
import { BrowserRouter, Route } from 'react-router-dom';

export default function App() {
  return (
    <BrowserRouter>
      {/* In the place of Routes. */}
      <ApmRoutes>
        <Route path="/" element={<h1>Shop</h1>} />
      </ApmRoutes>
    </BrowserRouter>
  );
}
