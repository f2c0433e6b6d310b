package dev.imago.jdbc.result;

import dev.imago.jdbc.contract.SqlErrors;
import java.io.InputStream;
import java.net.URL;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;

/** The ways to read a result set that it does not have: scrolling, large objects, row ids. */
abstract class UnsupportedReads extends UnsupportedUpdates {
  @Deprecated
  @Override
  public InputStream getUnicodeStream(int column) throws SQLException {
    throw SqlErrors.unsupported("getUnicodeStream");
  }

  @Deprecated
  @Override
  public InputStream getUnicodeStream(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getUnicodeStream");
  }

  @Override
  public String getCursorName() throws SQLException {
    throw SqlErrors.unsupported("getCursorName");
  }

  @Override
  public boolean isLast() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public void beforeFirst() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public void afterLast() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public boolean first() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public boolean last() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public boolean absolute(int row) throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public boolean relative(int row) throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public boolean previous() throws SQLException {
    throw SqlErrors.unsupported("scrolling a result set");
  }

  @Override
  public Ref getRef(int column) throws SQLException {
    throw SqlErrors.unsupported("getRef");
  }

  @Override
  public Blob getBlob(int column) throws SQLException {
    throw SqlErrors.unsupported("getBlob");
  }

  @Override
  public Clob getClob(int column) throws SQLException {
    throw SqlErrors.unsupported("getClob");
  }

  @Override
  public Ref getRef(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getRef");
  }

  @Override
  public Blob getBlob(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getBlob");
  }

  @Override
  public Clob getClob(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getClob");
  }

  @Override
  public URL getURL(int column) throws SQLException {
    throw SqlErrors.unsupported("getURL");
  }

  @Override
  public URL getURL(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getURL");
  }

  @Override
  public RowId getRowId(int column) throws SQLException {
    throw SqlErrors.unsupported("getRowId");
  }

  @Override
  public RowId getRowId(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getRowId");
  }

  @Override
  public NClob getNClob(int column) throws SQLException {
    throw SqlErrors.unsupported("getNClob");
  }

  @Override
  public NClob getNClob(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getNClob");
  }

  @Override
  public SQLXML getSQLXML(int column) throws SQLException {
    throw SqlErrors.unsupported("getSQLXML");
  }

  @Override
  public SQLXML getSQLXML(@Nullable String label) throws SQLException {
    throw SqlErrors.unsupported("getSQLXML");
  }
}
