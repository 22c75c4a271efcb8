package basedecl.desk.review;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A summary as it looks when it was printed, sealed and scanned; drawn, of nobody. */
final class ScanPicture {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 460;

  private ScanPicture() {}

  static Path of(Path folder, String employer) throws IOException {
    BufferedImage paper = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = paper.createGraphics();
    try {
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setColor(new Color(0xfbfaf4));
      pen.fillRect(0, 0, WIDTH, HEIGHT);
      pen.rotate(-0.012);
      pen.setColor(Color.DARK_GRAY);
      line(pen, 24, 40, 60, "医疗保险年报汇总表");
      line(pen, 15, 40, 100, "单位编号 " + employer + "    申报人数 1    申报工资合计 5,101.00");
      line(pen, 15, 40, 130, "缴费基数合计 5,101.00    应缴合计 510.10");
      pen.drawRect(36, 76, WIDTH - 80, 70);
      line(pen, 18, 40, 200, "诚信申报承诺书");
      line(pen, 15, 40, 235, "本单位承诺所申报的工资真实、完整。");
      line(pen, 15, 40, 330, "单位负责人：            经办人：");
      pen.setColor(new Color(0xb03030));
      pen.setStroke(new BasicStroke(4));
      pen.drawOval(430, 250, 140, 140);
      line(pen, 30, 485, 330, "★");
    } finally {
      pen.dispose();
    }
    Path file = folder.resolve("summary-" + employer + ".png");
    ImageIO.write(paper, "png", file.toFile());
    return file;
  }

  private static void line(Graphics2D pen, int size, int x, int y, String text) {
    pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    pen.drawString(text, x, y);
  }
}
