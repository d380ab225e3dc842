import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { useRegions } from '../shell/use_regions';
import { Icon } from '../signs/icon';
import styles from './page.module.css';

// A screen of text and tables: it scrolls as a whole, and F6 walks its panels.
export function Page({ children }: { children: ReactNode }) {
  useRegions();
  return (
    <main className={styles.page} tabIndex={-1}>
      <div className={styles.inner}>{children}</div>
    </main>
  );
}

type HeadProps = {
  title: ReactNode;
  sign?: ReactNode;
  under?: ReactNode;
  actions?: ReactNode;
};

// The title takes the focus when the place changes, so that a screen reader says where it is.
export function PageHead({ title, sign, under, actions }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className={styles.head}>
      <div className={styles.name}>
        {sign}
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {under && <div className={styles.under}>{under}</div>}
        </div>
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}

type CrumbProps = { to: string; children: ReactNode };

export function BackTo({ to, children }: CrumbProps) {
  return (
    <nav className={styles.crumbs}>
      <Link to={to}>
        <Icon name="back" />
        {children}
      </Link>
    </nav>
  );
}

type PanelProps = {
  id: string;
  title: ReactNode;
  actions?: ReactNode;
  tone?: 'caution';
  children: ReactNode;
};

export function Panel({ id, title, actions, tone, children }: PanelProps) {
  return (
    <section
      className={styles.panel}
      data-tone={tone}
      data-region={id}
      tabIndex={-1}
      aria-labelledby={`panel-${id}`}
    >
      <header className={styles.panelHead}>
        <h2 id={`panel-${id}`}>{title}</h2>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

export function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function Nothing({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.nothing}>
      <strong>{title}</strong>
      {children && <p>{children}</p>}
    </div>
  );
}
